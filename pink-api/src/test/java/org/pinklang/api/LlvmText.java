package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.llvm.NativeLibraries;

/** LLVM's assembly language, as LLVM reads it. */
final class LlvmText {
  private static final Pattern FUNCTION =
      Pattern.compile(
          "^(?:define|declare) (?:(?:hidden|internal|dso_local) )*(.*?)@([\\w.]+)\\((.*)\\)[^()]*$",
          Pattern.MULTILINE);
  private static final Pattern GLOBAL =
      Pattern.compile(
          "^@([\\w.]+) = (?:(?:hidden|internal|external|dso_local|unnamed_addr) )*(global|constant)"
              + " (\\[.*?\\]|\\S+?),? .*?(align \\d+)?$",
          Pattern.MULTILINE);

  private LlvmText() {}

  /** The text as LLVM prints it once it has read and verified it; fails where it does not. */
  static String readAndPrinted(String text) {
    NativeLibraries.load();
    LLVMContextRef context = LLVM.LLVMContextCreate();
    try {
      BytePointer bytes = new BytePointer(text);
      LLVMMemoryBufferRef buffer =
          LLVM.LLVMCreateMemoryBufferWithMemoryRangeCopy(
              bytes, bytes.limit() - 1, new BytePointer("view"));
      LLVMModuleRef module = new LLVMModuleRef();
      BytePointer message = new BytePointer((BytePointer) null);
      int failed = LLVM.LLVMParseIRInContext(context, buffer, module, message);
      assertThat(failed).as(() -> message.getString() + "\n" + text).isZero();
      int broken = LLVM.LLVMVerifyModule(module, LLVM.LLVMReturnStatusAction, message);
      assertThat(broken).as(() -> message.getString() + "\n" + text).isZero();
      String printed = LLVM.LLVMPrintModuleToString(module).getString();
      LLVM.LLVMDisposeModule(module);
      return printed;
    } finally {
      LLVM.LLVMContextDispose(context);
    }
  }

  /** The result and the parameters of each function, by name, without the names of parameters. */
  static Map<String, String> functions(String text) {
    Map<String, String> functions = new LinkedHashMap<>();
    Matcher matcher = FUNCTION.matcher(text);
    while (matcher.find()) {
      String parameters = matcher.group(3).replaceAll(" %[\\w.]+", "");
      functions.put(matcher.group(2), matcher.group(1) + "(" + parameters + ")");
    }
    return functions;
  }

  /** Whether each global is constant, and its alignment, by name. */
  static Map<String, String> globals(String text) {
    Map<String, String> globals = new LinkedHashMap<>();
    Matcher matcher = GLOBAL.matcher(text);
    while (matcher.find()) {
      globals.put(matcher.group(1), matcher.group(2) + " " + matcher.group(4));
    }
    return globals;
  }
}
