package io.countersign.target.vendor;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import java.util.Optional;

/**
 * A client that the vendor knows.
 *
 * @param scheme under which it signs
 * @param profile which truth about the scheme the vendor holds to
 * @param credentials its key id and secret
 */
public record Registration(Scheme scheme, Profile profile, Credentials credentials) {

  /** The resource of that method and path, whatever the query. */
  Optional<Resource> resource(String method, String path) {
    return scheme.service().resources().stream()
        .filter(resource -> resource.method().equals(method))
        .filter(resource -> path(resource).equals(path))
        .findFirst();
  }

  /** Whether some resource has that path, for this method or another. */
  boolean hasPath(String path) {
    return scheme.service().resources().stream().anyMatch(resource -> path(resource).equals(path));
  }

  private String path(Resource resource) {
    String target = resource.target().fill(credentials::text);
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }
}
