package org.pinklang.link.load;

import java.nio.charset.StandardCharsets;

/**
 * Memory of this process as the system gives it, by pages. It calls the C library the way loaded
 * programs are called. Any thread may call.
 */
final class ProcessMemory {
  /** The size of a page of x86-64, for which alone memory is taken by itself. */
  static final int PAGE = 4096;

  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int EXECUTE = 4;
  private static final int PRIVATE_ANONYMOUS = 0x22;
  private static final long NO_FILE = -1;
  private static final long FAILED = -1;

  /** By it exceptions of other languages get through frames. */
  private static final String UNWINDER = "libgcc_s.so.1";

  private static final int LAZY = 1;

  /** Nobody closes it: it is the process that is called. */
  private final ProgramControl process = new ProgramControl(0);

  private final long map = ProcessSymbols.find("mmap");
  private final long protect = ProcessSymbols.find("mprotect");
  private final long unmap = ProcessSymbols.find("munmap");
  private final long registerFrames;
  private final long deregisterFrames;

  /** To be made when native methods can be called. */
  ProcessMemory() {
    registerFrames = find(UNWINDER, "__register_frame");
    deregisterFrames = find(UNWINDER, "__deregister_frame");
  }

  /** A function of a library that programs do not see because of that; 0 if there is none. */
  private long find(String library, String symbol) {
    long open = ProcessSymbols.find("dlopen");
    long look = ProcessSymbols.find("dlsym");
    if (open == 0 || look == 0) {
      return 0;
    }
    try (NativeMemory file = text(library);
        NativeMemory name = text(symbol)) {
      long opened = call(open, file.address(), LAZY, 0, 0, 0, 0);
      return opened == 0 ? 0 : call(look, opened, name.address(), 0, 0, 0, 0);
    }
  }

  private static NativeMemory text(String text) {
    return NativeMemory.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Zeroed memory that can be written.
   *
   * @param bytes a whole number of pages
   * @throws OutOfMemoryError if the system gives none
   */
  long allocate(long bytes) {
    long address = call(map, 0, bytes, READ | WRITE, PRIVATE_ANONYMOUS, NO_FILE, 0);
    if (address == FAILED) {
      throw new OutOfMemoryError("the system has no " + bytes + " bytes for a loaded program");
    }
    return address;
  }

  /** Makes pages ones that are read, and can no longer be written. */
  void makeConstant(long address, long bytes) {
    protect(address, bytes, READ);
  }

  /** Makes pages ones that are run and read, and can no longer be written. */
  void makeCode(long address, long bytes) {
    protect(address, bytes, READ | EXECUTE);
  }

  private void protect(long address, long bytes, int access) {
    if (bytes > 0 && (int) call(protect, address, bytes, access, 0, 0, 0) != 0) {
      throw new IllegalStateException("the system refuses to let a loaded program run");
    }
  }

  void free(long address, long bytes) {
    call(unmap, address, bytes, 0, 0, 0, 0);
  }

  /**
   * Tells of tables by which exceptions of other languages get through frames, where the system has
   * the library that asks for them.
   *
   * @param address of tables that end with a zero
   */
  void registerFrames(long address) {
    if (registerFrames != 0 && deregisterFrames != 0) {
      call(registerFrames, address, 0, 0, 0, 0, 0);
    }
  }

  /** Takes back what {@link #registerFrames} told, before the tables are freed. */
  void deregisterFrames(long address) {
    if (registerFrames != 0 && deregisterFrames != 0) {
      call(deregisterFrames, address, 0, 0, 0, 0, 0);
    }
  }

  private long call(long function, long a, long b, long c, long d, long e, long f) {
    return NativeCalls.callLong(process, function, a, b, c, d, e, f);
  }
}
