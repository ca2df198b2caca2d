package io.countersign.scheme;

import java.util.List;

/**
 * The HTTP service that a scheme protects.
 *
 * @param base scheme and authority of its URLs
 * @param refusal the JSON body of a 401, in which <code>{reason}</code> is the reason
 * @param resources what can be called; the first is the one that the suite calls by default
 */
public record Service(String base, String refusal, List<Resource> resources) {
  public Service {
    resources = List.copyOf(resources);
  }
}
