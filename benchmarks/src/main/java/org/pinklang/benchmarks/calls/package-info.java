/**
 * What calling loaded programs costs, beside what calling anything native costs. Run with JMH; only
 * figures of one run are compared.
 */
@NullMarked
package org.pinklang.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
