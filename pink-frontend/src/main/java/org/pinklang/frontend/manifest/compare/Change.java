package org.pinklang.frontend.manifest.compare;

/**
 * One change.
 *
 * @param name the declaration, or what is imported; empty for the unit itself
 * @param older what was there, as a manifest shows it; empty for nothing
 * @param newer what is there now; empty for nothing
 * @param consequence a sentence that says whose uses are concerned
 */
public record Change(
    ChangeKind kind, Impact impact, String name, String older, String newer, String consequence) {}
