package org.pinklang.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Copies libraries whose classes have a format that no JDK keeps in an archive, and brings these up
 * to one that it does. Classes from before Java 6 have no frames, so that verifying them is neither
 * done ahead nor cheap: of what the command needs to start, more than half the time went there.
 */
final class ArchivableLibraries {
  private static final String CLASS = ".class";
  private static final int OLDEST_ARCHIVABLE = Opcodes.V1_6;
  private static final int VERSION_OFFSET = 7;

  private ArchivableLibraries() {}

  /** Writes copies into the folder {@code words[0]}, and prints the class path to use instead. */
  public static void main(String[] words) throws IOException {
    Path folder = Files.createDirectories(Path.of(words[0]));
    List<String> classPath = new ArrayList<>();
    for (String library : System.getProperty("java.class.path").split(File.pathSeparator)) {
      classPath.add(isOld(library) ? copy(library, folder).toString() : library);
    }
    System.out.println(String.join(File.pathSeparator, classPath));
  }

  private static boolean isOld(String library) throws IOException {
    try (JarFile jar = new JarFile(library)) {
      for (JarEntry entry : jar.stream().filter(ArchivableLibraries::isClass).toList()) {
        try (InputStream content = jar.getInputStream(entry)) {
          return isOld(content.readNBytes(VERSION_OFFSET + 1));
        }
      }
      return false;
    }
  }

  /** Whether an entry is a class, other than a description of a module. */
  static boolean isClass(JarEntry entry) {
    String name = entry.getName();
    return name.endsWith(CLASS) && !name.startsWith("META-INF/") && !name.startsWith("module-info");
  }

  private static boolean isOld(byte[] classFile) {
    return classFile[VERSION_OFFSET] < OLDEST_ARCHIVABLE;
  }

  /** The copy in {@code folder} of a library. */
  static Path copy(String library, Path folder) throws IOException {
    Path copy = folder.resolve(Path.of(library).getFileName());
    try (JarFile from = new JarFile(library);
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(copy))) {
      for (JarEntry entry : from.stream().toList()) {
        try (InputStream content = from.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          to.putNextEntry(new JarEntry(entry.getName()));
          to.write(isClass(entry) && isOld(bytes) ? upgraded(bytes) : bytes);
        }
      }
    }
    return copy;
  }

  private static byte[] upgraded(byte[] classFile) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    ClassVisitor upgrade =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              String signature,
              String superName,
              String[] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
          }
        };
    new ClassReader(classFile).accept(upgrade, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }
}
