/**
 * Building: from what a user asks for to manifests, checked units and compiled ones.
 *
 * <p>Takes a {@link org.pinklang.modules.build.BuildRequest}; gives a {@link
 * org.pinklang.modules.build.BuildResult}. Reading, scanning and resolving find the units; when
 * every import has its answer, each unit is checked and compiled on its own. Work that is not ready
 * is not started, no worker waits for another, and no result depends on the order of work. Never
 * knows LLVM: code generation is a {@link org.pinklang.modules.build.BackEnd} it is given.
 */
@NullMarked
package org.pinklang.modules.build;

import org.jspecify.annotations.NullMarked;
