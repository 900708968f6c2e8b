package org.pinklang.link;

import org.pinklang.link.object.LinkObject;
import org.pinklang.link.runtime.IrCompiler;

/** Objects made from texts in LLVM's language, as the code generator would make them. */
public final class TestObjects {
  public static final String TRIPLE = "x86_64-unknown-linux-gnu";

  private TestObjects() {}

  public static LinkObject object(String name, String text) {
    return new LinkObject(name, IrCompiler.compile(text, TRIPLE));
  }

  /** A function that recurses without end, checking its stack at entry like generated code. */
  public static final String ENDLESS =
      """
      @endless_file = private constant [9 x i8] c"end.pink\\00"
      @pink_stack_limit = external global i64
      declare void @pink_out_of_stack(ptr, i32, i32)
      define i64 @endless(i64 %depth) noinline {
        %room = alloca [64 x i64]
        %address = ptrtoint ptr %room to i64
        %limit = load i64, ptr @pink_stack_limit
        %below = icmp ult i64 %address, %limit
        br i1 %below, label %out, label %enough
      out:
        call void @pink_out_of_stack(ptr @endless_file, i32 7, i32 9)
        br label %enough
      enough:
        store volatile i64 %depth, ptr %room
        %deeper = add i64 %depth, 1
        %result = call i64 @endless(i64 %deeper)
        %kept = load volatile i64, ptr %room
        %sum = add i64 %result, %kept
        ret i64 %sum
      }
      """;
}
