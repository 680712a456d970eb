package io.gistmill.web;

/// All addresses that begin with the same bits.
record AddressRange(byte[] start, int bits, Reservation reservation) {

  boolean holds(byte[] address) {
    if (address.length != start.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
