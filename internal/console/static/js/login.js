// What a link to the page carries behind # is kept: the server never sees it.

const form = document.getElementById("login-form");
form.action = form.getAttribute("action") + location.hash;
