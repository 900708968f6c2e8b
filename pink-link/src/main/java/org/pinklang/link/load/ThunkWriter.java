package org.pinklang.link.load;

import java.util.List;

/**
 * Writes, in LLVM's language, the function that stands between Java and functions of one signature:
 * {@code void thunk(ptr slots)} takes the function's address and the arguments from an array of
 * 64-bit slots and puts the results to its beginning.
 */
final class ThunkWriter {
  private final MachineSignature signature;
  private final IrText text = new IrText();

  private ThunkWriter(MachineSignature signature) {
    this.signature = signature;
  }

  static String write(MachineSignature signature) {
    return new ThunkWriter(signature).write();
  }

  private String write() {
    text.line("define void @" + signature.thunkName() + "(ptr %slots) nounwind {");
    text.line("%function = load ptr, ptr %slots, align 8");
    writeCall(loadArguments());
    text.line("ret void");
    text.line("}");
    return text.toString();
  }

  private String loadArguments() {
    StringBuilder arguments = new StringBuilder();
    List<ScalarType> parameters = signature.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      ScalarType type = parameters.get(i);
      String value = text.load(type, "%argument" + i, "%slots", i + 1);
      arguments.append(i == 0 ? "" : ", ").append(type.irType()).append(' ');
      arguments.append(type.extension()).append(' ').append(value);
    }
    return arguments.toString();
  }

  private void writeCall(String arguments) {
    List<ScalarType> results = signature.results();
    if (results.isEmpty()) {
      text.line("call void %function(" + arguments + ")");
    } else if (results.size() == 1) {
      ScalarType type = results.getFirst();
      text.line("%result = call " + type.withExtension() + " %function(" + arguments + ")");
      text.storeWide(type, "%result", "%slots", 0);
    } else {
      writePairCall(results, arguments);
    }
  }

  private void writePairCall(List<ScalarType> results, String arguments) {
    String pair = "{ " + results.get(0).irType() + ", " + results.get(1).irType() + " }";
    text.line("%result = call " + pair + " %function(" + arguments + ")");
    for (int i = 0; i < results.size(); i++) {
      text.line("%%member%d = extractvalue %s %%result, %d".formatted(i, pair, i));
      text.storeWide(results.get(i), "%member" + i, "%slots", i);
    }
  }
}
