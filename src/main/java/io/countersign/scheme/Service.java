package io.countersign.scheme;

import java.util.List;

/**
 * The HTTP service that a scheme protects.
 *
 * @param base scheme and authority of its URLs
 * @param refusal the JSON body of a refusal, in which <code>{reason}</code> is the reason
 * @param refusalStatus its status, of the client errors of RFC 9110, section 15.5
 * @param resources what can be called, one of them at least with a signature
 */
public record Service(String base, String refusal, int refusalStatus, List<Resource> resources) {
  public Service {
    resources = List.copyOf(resources);
  }

  /** What the suite calls where nothing else is said: the first that needs a signature. */
  public Resource first() {
    for (Resource resource : resources) {
      if (!resource.open()) {
        return resource;
      }
    }
    throw new IllegalStateException("every resource is open");
  }
}
