package org.pinklang.codegen.llvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A file inside a jar that must lie on disk to be used, and what its bytes must be.
 *
 * @param source where the bytes are read from
 * @param fileName the name it gets on disk
 * @param size in bytes
 * @param checksum CRC-32 of the bytes, as the jar's own directory has it
 */
record NativeFile(URL source, String fileName, long size, long checksum) {

  static NativeFile of(URL source, String fileName) throws IOException {
    URLConnection connection = source.openConnection();
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection inJar) {
      try (JarFile jar = inJar.getJarFile()) {
        JarEntry entry = jar.getJarEntry(inJar.getEntryName());
        if (entry != null && entry.getSize() >= 0 && entry.getCrc() >= 0) {
          return new NativeFile(source, fileName, entry.getSize(), entry.getCrc());
        }
      }
    }
    return measured(source, fileName);
  }

  private static NativeFile measured(URL source, String fileName) throws IOException {
    CRC32 checksum = new CRC32();
    URLConnection connection = source.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = new CheckedInputStream(connection.getInputStream(), checksum)) {
      long size = in.transferTo(OutputStream.nullOutputStream());
      return new NativeFile(source, fileName, size, checksum.getValue());
    }
  }

  /** The bytes; the caller closes the stream. */
  InputStream open() throws IOException {
    URLConnection connection = source.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}
