package io.countersign.report;

import io.countersign.scheme.Redactor;
import io.countersign.suite.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;

final class Scratch {
  public static void main(String[] args) throws Exception {
    RunResult run = FabricatedRun.large();
    if (args.length > 2) {
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        long t = System.nanoTime();
        Report r = Report.of(run, Redactor.NONE, "1");
        Path tmp = Files.createTempDirectory("rep");
        Path res = Files.createDirectory(tmp.resolve("r"));
        AllureResults.write(r, res);
        long t1 = System.nanoTime();
        AllurePage.generate(res, Files.createDirectory(tmp.resolve("p")));
        long t2 = System.nanoTime();
        System.out.println((t1 - t) / 1000000 + " ms results, page " + (t2-t1)/1000000 + " cpu " + java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()/1000000);
      }
      return;
    }
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      long t = System.nanoTime();
      Reports.write(run, Redactor.NONE, Path.of(args[0]), "0.1.0");
      System.out.println((System.nanoTime() - t) / 1000000 + " ms");
    }
  }
}
