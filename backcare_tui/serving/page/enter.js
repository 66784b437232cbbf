// An address that ends in #CODE enters by itself. What stands after # is never sent, and goes from the history.
"use strict";
const code = location.hash.slice(1);
if (/^[0-9]{6}$/.test(code)) {
  history.replaceState(null, "", "/");
  document.getElementById("code").value = code;
  document.forms[0].submit();
}
