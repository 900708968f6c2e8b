/** What the front end costs, as counts that are the same on every machine. */
@NullMarked
package org.pinklang.frontend.cost;

import org.jspecify.annotations.NullMarked;
