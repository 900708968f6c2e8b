import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Calls a library made of Pink through the Java platform's own interface to foreign functions. */
final class CallLibrary {
  public static void main(String[] words) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup library = SymbolLookup.libraryLookup(words[0], arena);
      MemoryLayout slice = MemoryLayout.structLayout(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
      MethodHandle sum =
          Linker.nativeLinker()
              .downcallHandle(
                  library.find("_PM6shapes5kindsEF3sum").orElseThrow(),
                  FunctionDescriptor.of(ValueLayout.JAVA_LONG, slice));
      MemorySegment numbers = arena.allocateFrom(ValueLayout.JAVA_LONG, 5, 6, 7);
      MemorySegment argument = arena.allocate(slice);
      argument.set(ValueLayout.ADDRESS, 0, numbers);
      argument.set(ValueLayout.JAVA_LONG, 8, 3);
      System.out.println((long) sum.invokeExact(argument));
    }
  }
}
