package org.pinklang.benchmarks.floor;

/**
 * What one build took. All but {@code wallNanos} are of the phase alone; those of threads are sums
 * over the threads.
 *
 * @param wallNanos from the first object to the executable
 * @param objectsNanos by the clock, until the last object was made
 * @param linkNanos by the clock
 * @param buildNanos in threads, until modules were built by calls of LLVM
 * @param emitNanos in threads, in LLVM's code generation and emission
 * @param disposeNanos in threads, for disposing modules and contexts
 * @param objectBytes the size of all objects
 */
public record FloorTimes(
    long wallNanos,
    long objectsNanos,
    long linkNanos,
    long buildNanos,
    long emitNanos,
    long disposeNanos,
    long objectBytes) {}
