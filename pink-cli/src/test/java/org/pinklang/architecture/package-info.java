/**
 * The rules of ARCHITECTURE.md as tests over the classes and sources of all modules. They live here
 * because the command is the one module that sees every other.
 */
package org.pinklang.architecture;
