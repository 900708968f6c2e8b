package org.pinklang.modules.history;

import java.util.Optional;
import org.pinklang.frontend.source.ContentHash;

/**
 * Under what a {@link ResultCache} keeps all that it knows of a unit, so that who holds on to a
 * result can say that it is still used.
 *
 * @param text of what its text came to
 * @param unit of how it was compiled
 * @param compiled of the compiled form, where there is one
 */
public record UnitKeys(ContentHash text, ContentHash unit, Optional<ContentHash> compiled) {}
