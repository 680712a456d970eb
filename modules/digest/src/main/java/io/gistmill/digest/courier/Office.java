package io.gistmill.digest.courier;

import io.gistmill.contracts.Topics;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.InstantSource;

/// What all clerks of one courier share.
record Office(
    KafkaConnection kafka,
    Topics topics,
    CourierSettings settings,
    InstantSource clock,
    Composer composer,
    Notices notices,
    DigestShelf shelf,
    Ways ways,
    Flights flights,
    Membership membership,
    CourierMeters meters) {}
