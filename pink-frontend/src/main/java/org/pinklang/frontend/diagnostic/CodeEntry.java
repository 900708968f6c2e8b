package org.pinklang.frontend.diagnostic;

/**
 * What the catalogue says of a code.
 *
 * @param id {@code PK} and four digits
 * @param severity of every diagnostic of the code
 * @param template the message, with {@code {0}}, {@code {1}} … where the arguments go
 * @param explanation one sentence that says when the code is reported and what to do
 * @param example a smallest text that is reported with the code; empty where none can be
 */
public record CodeEntry(
    String id, Severity severity, String template, String explanation, String example) {}
