package org.pinklang.codegen.emit;

import java.util.Optional;
import org.pinklang.frontend.source.ContentHash;

/**
 * What was generated in earlier runs, by the hash of everything it was made from: machine code,
 * never anything LLVM would parse. Safe for any number of threads.
 *
 * <p>The hash covers the lowered code, the target, the level and LLVM's version, but not the
 * compiler: a cache that outlives the process must keep what different builds of the compiler put
 * into it apart. Neither method may throw or change the bytes; what an implementation cannot read
 * it does not find, and what it cannot write it drops.
 */
public interface CodeCache {

  /** Finds nothing and keeps nothing. */
  CodeCache NONE =
      new CodeCache() {
        @Override
        public Optional<byte[]> find(ContentHash key) {
          return Optional.empty();
        }

        @Override
        public void keep(ContentHash key, byte[] bytes) {}
      };

  /** What was kept under a key; the bytes are not changed by either side. */
  Optional<byte[]> find(ContentHash key);

  /** Keeps bytes, as a pure function of the key: whoever keeps it twice keeps the same. */
  void keep(ContentHash key, byte[] bytes);
}
