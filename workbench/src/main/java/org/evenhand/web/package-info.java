/// The web application: every question that a command answers, as a page, as files to take away, and as an API.
///
/// In go an address (path and query) and the answers of [org.evenhand.web.Questions]; out come bytes with a
/// media type. One table, [org.evenhand.web.Routes], says which address asks which question; pages, forms,
/// downloads, the API and its OpenAPI document are all made from it, so that a new question is one entry.
/// Pages are made on the server and work without script. Only [org.evenhand.web.WebServer] and what it holds
/// know that there is a network.
@NullMarked
package org.evenhand.web;

import org.jspecify.annotations.NullMarked;
