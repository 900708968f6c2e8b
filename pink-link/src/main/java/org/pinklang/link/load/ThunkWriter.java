package org.pinklang.link.load;

import java.util.List;

/**
 * Writes, in LLVM's language, the function that stands between Java and functions of one signature:
 * {@code void thunk(ptr slots)} takes the function's address and the arguments from an array of
 * 64-bit slots and puts the results to its beginning.
 */
final class ThunkWriter {
  private final MachineSignature signature;
  private final StringBuilder text = new StringBuilder();

  private ThunkWriter(MachineSignature signature) {
    this.signature = signature;
  }

  static String write(MachineSignature signature) {
    return new ThunkWriter(signature).write();
  }

  private String write() {
    line("define void @" + signature.thunkName() + "(ptr %slots) nounwind {");
    line("%function = load ptr, ptr %slots, align 8");
    StringBuilder arguments = new StringBuilder();
    List<ScalarType> parameters = signature.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      ScalarType type = parameters.get(i);
      line("%%at%d = getelementptr i64, ptr %%slots, i64 %d".formatted(i, i + 1));
      line("%%argument%d = load %s, ptr %%at%d, align 8".formatted(i, loaded(type), i));
      String value = "%argument" + i;
      if (type == ScalarType.BOOLEAN) {
        value = "%truth" + i;
        line(value + " = trunc i8 %argument" + i + " to i1");
      }
      arguments.append(i == 0 ? "" : ", ");
      arguments
          .append(type.irType())
          .append(' ')
          .append(type.extension())
          .append(' ')
          .append(value);
    }
    writeCall(arguments.toString());
    line("ret void");
    line("}");
    return text.toString();
  }

  private static String loaded(ScalarType type) {
    return type == ScalarType.BOOLEAN ? "i8" : type.irType();
  }

  private void writeCall(String arguments) {
    List<ScalarType> results = signature.results();
    switch (results.size()) {
      case 0 -> line("call void %function(" + arguments + ")");
      case 1 -> {
        String type = results.getFirst().irType();
        String extension = results.getFirst().extension();
        line("%result = call " + extension + " " + type + " %function(" + arguments + ")");
        store(results.getFirst(), "%result", 0);
      }
      default -> {
        String pair = "{ " + results.get(0).irType() + ", " + results.get(1).irType() + " }";
        line("%result = call " + pair + " %function(" + arguments + ")");
        for (int i = 0; i < results.size(); i++) {
          line("%%member%d = extractvalue %s %%result, %d".formatted(i, pair, i));
          store(results.get(i), "%member" + i, i);
        }
      }
    }
  }

  private void store(ScalarType type, String value, int slot) {
    String wide = value;
    if (type.irType().startsWith("i") && !type.irType().equals("i64")) {
      wide = "%wide" + slot;
      String extend = type.isSigned() ? "sext" : "zext";
      line("%s = %s %s %s to i64".formatted(wide, extend, type.irType(), value));
    }
    line("%%to%d = getelementptr i64, ptr %%slots, i64 %d".formatted(slot, slot));
    String stored = wide.equals(value) ? type.irType() : "i64";
    line("store %s %s, ptr %%to%d, align 8".formatted(stored, wide, slot));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
