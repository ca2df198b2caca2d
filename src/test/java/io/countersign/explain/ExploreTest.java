package io.countersign.explain;

import io.countersign.message.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExploreTest {
  @Test
  void explore() {
    for (Examples.Case one : Examples.cases()) {
      SignerCatalogue catalogue = SignerCatalogue.of(one.scheme(), one.profile());
      System.out.println("== " + one + " " + catalogue.deviations().size());
      for (Deviation d : catalogue.deviations()) {
        String best = "never applies";
        boolean ok = false;
        for (Examples.Situation s : Examples.situations(one.scheme())) {
          try {
            DeviatingSigner signer = DeviatingSigner.of(catalogue, one.scheme(), one.profile(), s.credentials(), List.of(d));
            HttpRequest signed = signer.sign(s.request(), s.time()).request();
            Diagnosis diagnosis = Explainer.of(one.scheme(), one.profile(), s.credentials()).explain(signed, s.time());
            if (diagnosis instanceof Diagnosis.Rejected r) {
              if (!r.explanations().isEmpty() && r.explanations().get(0).deviations().size() == 1 && r.explanations().get(0).deviations().get(0).id().equals(d.id())) {
                ok = true; break;
              }
              best = r.reason() + " " + r.explanations().stream().map(Explanation::deviations).toList();
            } else if (best.equals("never applies")) best = "accepted";
          } catch (io.countersign.document.InputException e) {
            if (best.equals("never applies")) best = e.getMessage();
          } catch (RuntimeException e) { e.printStackTrace(System.out); best = e.toString(); break; }
        }
        if (!ok && catalogue.equivalence(d).isEmpty()) System.out.println("   " + d.id() + ": " + best);
      }
    }
  }
}
