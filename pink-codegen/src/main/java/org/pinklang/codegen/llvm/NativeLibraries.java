package org.pinklang.codegen.llvm;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMFatalErrorHandler;
import org.bytedeco.llvm.LLVM.LLVMJITEvaluatedSymbol;
import org.bytedeco.llvm.LLVM.LLVMJITSymbolFlags;
import org.bytedeco.llvm.LLVM.LLVMOpInfoCallback;
import org.bytedeco.llvm.LLVM.LLVMOrcCSymbolMapPair;
import org.bytedeco.llvm.LLVM.LLVMOrcErrorReporterFunction;
import org.bytedeco.llvm.LLVM.LLVMYieldCallback;
import org.bytedeco.llvm.global.LLVM;
import org.jspecify.annotations.Nullable;

/**
 * LLVM's native code, brought from its jars into this process and onto this disk.
 *
 * <p>{@link #load} makes LLVM's C API callable. It loads the five libraries the API needs from a
 * folder of the user's that all processes share, unpacking what is not there yet; nothing else of
 * LLVM's artifacts is unpacked. Libraries that JavaCPP has loaded already, for whoever else uses
 * LLVM in this process, are used as they are: a second copy of LLVM would end the process. JavaCPP
 * in turn is told of ours, so that it does not load another later.
 *
 * <p>All methods may be called from any thread, at any time and any number of times.
 */
public final class NativeLibraries {
  private static final String LOAD_PROPERTY = "org.bytedeco.javacpp.loadlibraries";

  private NativeLibraries() {}

  /**
   * Runs once per process; the outcome is kept, not thrown, so that each caller gets the reason.
   */
  private static final class Loaded {
    static final @Nullable NativeLibraryException FAILURE = attempt();

    private static @Nullable NativeLibraryException attempt() {
      try {
        loadOnce();
        return null;
      } catch (NativeLibraryException e) {
        return e;
      }
    }
  }

  /**
   * Makes LLVM's C API callable through {@link LLVM}.
   *
   * @throws NativeLibraryException if the artifacts for this platform are not on the class or
   *     module path, no folder can be written to, or the system refuses to load the libraries
   */
  public static void load() {
    NativeLibraryException failure = Loaded.FAILURE;
    if (failure != null) {
      throw new NativeLibraryException(String.valueOf(failure.getMessage()), failure);
    }
  }

  /**
   * The {@code lld} executable, ready to be started: {@code lld -flavor gnu}, {@code wasm}, {@code
   * darwin} or {@code link}. The libraries it needs lie beside it. It is looked at anew in each
   * call, since folders of temporary files are cleaned under running processes.
   *
   * @throws NativeLibraryException as for {@link #load}
   */
  public static Path lld() {
    NativePlatform platform = NativePlatform.host();
    NativeFiles files = NativeFiles.of(platform);
    NativeFile llvm = files.libraries().get(platform.libraries().indexOf(platform.llvm()));
    return files.inFirstUsablePlace(
        cache -> {
          cache.provide(llvm);
          Path linker = cache.provide(files.linker());
          if (!linker.toFile().canExecute()) {
            throw new IOException(linker + " cannot be executed there");
          }
          return linker;
        });
  }

  /** Classes of the artifacts that bind Java to native code. */
  public static List<Class<?>> bindings() {
    return List.of(Loader.class, LLVM.class);
  }

  /**
   * Where the native files of this platform are unpacked from: entries of jars, or files.
   *
   * @throws NativeLibraryException if the artifacts for this platform are not on the class or
   *     module path
   */
  public static List<URL> sources() {
    return NativeFiles.of(NativePlatform.host()).libraries().stream()
        .map(NativeFile::source)
        .toList();
  }

  /** The file that LLVM's code in this process is from, links resolved; null where unknown. */
  static @Nullable Path loadedLlvm() {
    String name = NativePlatform.host().llvm().loaderName();
    String file;
    synchronized (Loader.class) {
      file = Loader.getLoadedLibraries().get(name);
    }
    try {
      return file == null ? null : Path.of(file).toRealPath();
    } catch (IOException e) {
      return null;
    }
  }

  private static void loadOnce() {
    synchronized (Loader.class) {
      initializeClasses();
      if (Loader.getLoadedLibraries().containsKey("jniLLVM")) {
        return;
      }
      NativePlatform platform = NativePlatform.host();
      NativeFiles files = NativeFiles.of(platform);
      List<NativePlatform.Library> libraries = platform.libraries();
      withLoadProperty(
          "true", () -> files.inFirstUsablePlace(cache -> loadFrom(cache, files, libraries)));
    }
  }

  private static int loadFrom(
      NativeCache cache, NativeFiles files, List<NativePlatform.Library> libraries)
      throws IOException {
    // All before any: the system's loader looks for what a library needs beside it.
    for (NativeFile file : files.libraries()) {
      cache.provide(file);
    }
    for (int i = 0; i < libraries.size(); i++) {
      load(cache.provide(files.libraries().get(i)), libraries.get(i));
    }
    return libraries.size();
  }

  private static void load(Path path, NativePlatform.Library library) throws IOException {
    try {
      // The mark "#" keeps JavaCPP from taking a library of that name from the system instead.
      String name = library.loaderName() + "#";
      if (Loader.loadLibrary(Loader.class, new URL[] {path.toUri().toURL()}, name) == null) {
        System.load(path.toString());
      }
    } catch (UnsatisfiedLinkError e) {
      throw new IOException("the system refused to load " + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * JavaCPP's classes look for their libraries in their initialisers, at length. So they are
   * initialised while that is switched off. One that the compiler uses and that is left out here
   * would look later, and unpack files to a folder of JavaCPP's, which need not be writable.
   */
  private static void initializeClasses() {
    List<Class<?>> classes =
        List.of(
            Pointer.class,
            Loader.Helper.class,
            BytePointer.class,
            IntPointer.class,
            LongPointer.class,
            PointerPointer.class,
            SizeTPointer.class,
            LLVM.class,
            LLVMDiagnosticHandler.class,
            LLVMFatalErrorHandler.class,
            LLVMJITEvaluatedSymbol.class,
            LLVMJITSymbolFlags.class,
            LLVMOpInfoCallback.class,
            LLVMOrcCSymbolMapPair.class,
            LLVMOrcErrorReporterFunction.class,
            LLVMYieldCallback.class);
    withLoadProperty("false", () -> classes.forEach(NativeLibraries::initialize));
  }

  private static void initialize(Class<?> type) {
    try {
      Class.forName(type.getName(), true, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError("a class that is loaded is not found", e);
    }
  }

  private static void withLoadProperty(String value, Runnable action) {
    String before = System.getProperty(LOAD_PROPERTY);
    System.setProperty(LOAD_PROPERTY, value);
    try {
      action.run();
    } finally {
      if (before == null) {
        System.clearProperty(LOAD_PROPERTY);
      } else {
        System.setProperty(LOAD_PROPERTY, before);
      }
    }
  }
}
