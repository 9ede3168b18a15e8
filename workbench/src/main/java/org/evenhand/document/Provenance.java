package org.evenhand.document;

/// What remakes an answer: the same command on the same data with the same program gives the same bytes.
///
/// @param command the full command
/// @param program name and version of the program
/// @param dataChecksum SHA-256 over the tables in use, in hexadecimal
/// @param dataDate date of the newest data package, ISO 8601
public record Provenance(String command, String program, String dataChecksum, String dataDate) {}
