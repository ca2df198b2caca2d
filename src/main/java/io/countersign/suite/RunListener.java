package io.countersign.suite;

/** Is told how a run goes, from any thread. */
public interface RunListener {
  /** Hears nothing. */
  RunListener NONE =
      new RunListener() {
        @Override
        public void begins(int cases) {}

        @Override
        public void ended(CaseResult result) {}
      };

  /** The run begins, with so many cases. */
  void begins(int cases);

  /** A case ended. */
  void ended(CaseResult result);
}
