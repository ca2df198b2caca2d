package io.countersign.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** A stream of the process, whose reader may leave before the end, as {@code head} does. */
final class Outlet extends FileOutputStream implements BooleanSupplier {
  /** What the operating system says, where it says it in English; else it is any other failure. */
  private static final String NO_READER = "Broken pipe";

  private boolean deserted;

  Outlet(FileDescriptor descriptor) {
    super(descriptor);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      super.write(bytes, from, length);
    } catch (IOException e) {
      deserted = NO_READER.equals(e.getMessage());
      throw e;
    }
  }

  /** Whether the reader has left. */
  @Override
  public boolean getAsBoolean() {
    return deserted;
  }
}
