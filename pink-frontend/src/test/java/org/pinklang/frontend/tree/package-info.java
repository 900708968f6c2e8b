/** Random trees and their comparison, for tests. */
@NullMarked
package org.pinklang.frontend.tree;

import org.jspecify.annotations.NullMarked;
