package org.pinklang.codegen.ir;

/**
 * A parameter or local of the program.
 *
 * @param parameter its number from 1; 0 for a local
 * @param location where its name stands
 */
public record IrVariable(
    String name, int parameter, IrMetadata file, IrMetadata type, IrLocation location) {}
