@NullMarked
package org.pinklang.cli;

import org.jspecify.annotations.NullMarked;
