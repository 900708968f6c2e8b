package org.pinklang.link.load;

/** Objects that have been put into this process's memory together. */
interface CodeImage extends AutoCloseable {

  /** The address of a symbol that one of the objects defines for others. */
  long address(String symbol);

  /** Frees the memory; not to be called while another thread uses it. */
  @Override
  void close();
}
