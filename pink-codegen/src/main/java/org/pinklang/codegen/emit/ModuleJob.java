package org.pinklang.codegen.emit;

import org.pinklang.codegen.CodegenOptions;

/**
 * One module for LLVM to make something of: all that LLVM needs to know, without the unit it was
 * lowered from.
 *
 * @param name what LLVM calls the module
 * @param options how code is generated
 * @param kind what to make
 * @param code the steps that build the module, as {@code codegen.ir} writes them, of one unit or of
 *     several in a row; not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares jobs, and copying would double them.
public record ModuleJob(String name, CodegenOptions options, OutputKind kind, byte[] code) {}
