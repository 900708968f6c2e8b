package org.pinklang.link.load;

import java.util.List;

/**
 * Writes, in LLVM's language, the native function of one Java callback: it puts its arguments into
 * an array of 64-bit slots, calls the dispatcher with the callback's number and that array, and
 * returns the result or gives up the call it is nested in.
 */
final class CallbackWriter {
  /** The slot that says whether the Java code threw. */
  static final int FAILED = 0;

  /** The slot of the result. */
  static final int RESULT = 1;

  /** The slot of the first argument. */
  static final int ARGUMENTS = 2;

  private final MachineSignature signature;
  private final IrText text = new IrText();

  private CallbackWriter(MachineSignature signature) {
    this.signature = signature;
  }

  static String write(String name, MachineSignature signature, long dispatcher, long number) {
    return new CallbackWriter(signature).write(name, dispatcher, number);
  }

  private String write(String name, long dispatcher, long number) {
    List<ScalarType> parameters = signature.parameters();
    text.line("declare void @pink_unwind() noreturn");
    text.line("define %s @%s(%s) {".formatted(resultType(), name, parameterList()));
    text.line("%%slots = alloca [%d x i64], align 8".formatted(ARGUMENTS + parameters.size()));
    for (int i = 0; i < parameters.size(); i++) {
      text.storeWide(parameters.get(i), "%argument" + i, "%slots", ARGUMENTS + i);
    }
    text.line(
        "call void inttoptr (i64 %d to ptr)(ptr inttoptr (i64 %d to ptr), ptr %%slots)"
            .formatted(dispatcher, number));
    text.line("%failed = load i64, ptr %slots, align 8");
    text.line("%has_failed = icmp ne i64 %failed, 0");
    text.line("br i1 %has_failed, label %unwind, label %return");
    text.line("unwind:");
    text.line("call void @pink_unwind()");
    text.line("unreachable");
    text.line("return:");
    writeReturn();
    text.line("}");
    return text.toString();
  }

  private String resultType() {
    return signature.results().isEmpty() ? "void" : signature.results().getFirst().withExtension();
  }

  private String parameterList() {
    List<ScalarType> parameters = signature.parameters();
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      ScalarType type = parameters.get(i);
      list.append(i == 0 ? "" : ", ").append(type.irType()).append(' ');
      list.append(type.extension()).append(" %argument").append(i);
    }
    return list.toString();
  }

  private void writeReturn() {
    if (signature.results().isEmpty()) {
      text.line("ret void");
      return;
    }
    ScalarType type = signature.results().getFirst();
    text.line("ret " + type.irType() + " " + text.load(type, "%result", "%slots", RESULT));
  }
}
