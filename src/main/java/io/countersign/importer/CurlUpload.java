package io.countersign.importer;

import io.countersign.document.InputException;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.message.RequestUrl;

/**
 * The file that curl's {@code --upload-file} sends as it is.
 *
 * @param file its path, as curl was given it
 */
record CurlUpload(String file) {
  CurlUpload {
    if (file.equals("-") || file.equals(".")) {
      throw InputException.of(
          "the curl command takes what it uploads from standard input", "name a file behind -T");
    }
  }

  Octets octets() {
    return Octets.of(CurlData.read(file));
  }

  /** curl completes a URL that ends with a slash by the name of the file. */
  RequestUrl target(RequestUrl url) {
    if (!url.path().endsWith("/")) {
      return url;
    }
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    // What curl does with the others depends on its version.
    if (url.rawQuery().isPresent() || !Percent.encode(name).equals(name)) {
      throw InputException.of(
          "what curl's --upload-file makes of this URL is not known",
          "write the URL with the name of the file at the end of its path, as it was sent");
    }
    return url.withTarget(url.path() + name);
  }

  void requireNoPattern() {
    if (file.indexOf('{') >= 0 || file.indexOf('[') >= 0) {
      throw InputException.of(
          "curl takes " + file + " for a pattern of several files",
          "add --globoff if it is the name of one");
    }
  }
}
