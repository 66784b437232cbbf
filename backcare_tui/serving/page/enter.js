// An address that ends in #CODE enters by itself. What stands after # is never sent, and goes from the history.
"use strict";
const code = location.hash.slice(1);
const room = localStorage.getItem("room");
if (room && location.pathname === "/") {
  location.replace(room + location.hash); // in already; or it was another run, and one comes back to here
} else {
  localStorage.removeItem("room");
  history.replaceState(null, "", "/");
  if (/^[0-9]{6}$/.test(code)) {
    document.getElementById("code").value = code;
    document.forms[0].submit();
  }
}
