package org.pinklang.modules.graph;

import java.util.Optional;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.LinePosition;

/**
 * One import of a unit.
 *
 * @param target what is imported
 * @param exported whether the import is re-exported
 * @param position where it is written, columns in Unicode scalar values; empty for the primary that
 *     an implementation unit imports without writing it, and where a manifest does not say
 * @param provider logical name of the unit of the graph that provides it; empty for a unit that is
 *     {@linkplain ModuleGraph#missing missing} or was not asked for
 */
public record ImportEdge(
    UnitName target,
    boolean exported,
    Optional<LinePosition> position,
    Optional<String> provider) {}
