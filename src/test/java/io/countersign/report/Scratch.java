package io.countersign.report;

import io.countersign.scheme.Redactor;
import java.nio.file.Path;

final class Scratch {
  public static void main(String[] args) throws Exception {
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      long t = System.nanoTime();
      Reports.write(FabricatedRun.large(), Redactor.NONE, Path.of(args[0]), "0.1.0");
      System.out.println((System.nanoTime() - t) / 1000000 + " ms");
    }
  }
}
