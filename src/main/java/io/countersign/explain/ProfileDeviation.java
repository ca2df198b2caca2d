package io.countersign.explain;

import io.countersign.document.EnumWord;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;

/** Signing by the other of a scheme's two truths. */
final class ProfileDeviation {
  private ProfileDeviation() {}

  static Shelf<SigningRules> of(Scheme scheme, Profile profile) {
    Shelf<SigningRules> shelf = new Shelf<>(Affects.PROFILE);
    if (scheme.hasDeployedProfile()) {
      Profile other = profile.other();
      shelf.add(
          "other-profile",
          0,
          other == Profile.DOCUMENTED
              ? "The request was signed as the documentation says, which is not what the server"
                  + " verifies."
              : "The request was signed as the server verifies, which is not what the"
                  + " documentation says.",
          "Sign by the " + EnumWord.of(profile) + " profile of the scheme.",
          scheme.rules(other));
    }
    return shelf;
  }
}
