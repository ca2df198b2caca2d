package io.countersign.target.vendor;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import io.countersign.verify.Verifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client that the vendor knows. What its requests are held against is made once, not for each of
 * them; may be shared between threads.
 */
public final class Registration {
  private final Scheme scheme;
  private final Profile profile;
  private final Credentials credentials;
  private final Map<String, Map<String, Resource>> resources = new HashMap<>();
  // Set by whoever needs it first; two that are made at once are alike.
  private volatile @Nullable Verifier verifier;

  /**
   * @param scheme under which it signs
   * @param profile which truth about the scheme the vendor holds to
   * @param credentials its key id and secret
   */
  public Registration(Scheme scheme, Profile profile, Credentials credentials) {
    this.scheme = scheme;
    this.profile = profile;
    this.credentials = credentials;
    for (Resource resource : scheme.service().resources()) {
      resources
          .computeIfAbsent(path(resource), path -> new HashMap<>())
          .putIfAbsent(resource.method(), resource);
    }
  }

  public Scheme scheme() {
    return scheme;
  }

  public Profile profile() {
    return profile;
  }

  public Credentials credentials() {
    return credentials;
  }

  /** The reference verifier of its requests. */
  Verifier verifier() {
    Verifier made = verifier;
    if (made == null) {
      made = Verifier.of(scheme, profile, credentials);
      verifier = made;
    }
    return made;
  }

  /** The resource of that method and path, whatever the query. */
  Optional<Resource> resource(String method, String path) {
    return Optional.ofNullable(resources.getOrDefault(path, Map.of()).get(method));
  }

  /** Whether some resource has that path, for this method or another. */
  boolean hasPath(String path) {
    return resources.containsKey(path);
  }

  private String path(Resource resource) {
    String target = resource.target().fill(credentials::text);
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }
}
