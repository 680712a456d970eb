// Chooses the reader's own time zone in a new form. Without this script the list is there all the same.
(() => {
  const list = document.querySelector('select[data-own-zone="true"]');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (list && [...list.options].some((option) => option.value === zone)) list.value = zone;
})();
