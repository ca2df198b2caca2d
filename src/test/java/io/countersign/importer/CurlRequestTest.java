package io.countersign.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import io.countersign.message.Header;
import io.countersign.message.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected here was seen with curl 7.88.1. */
final class CurlRequestTest {
  @TempDir private Path folder;

  private static HttpRequest read(String command) {
    return RequestFile.read("f", command.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void read_takesMethodUrlAndHeaders() {
    HttpRequest request =
        read(
            "$ curl -sSi -X DELETE \\\n  -H 'X-A:  one ' --header \"X-B: two\""
                + " 'https://h/p?b=2&a=1'\n");

    assertThat(request.method()).isEqualTo("DELETE");
    assertThat(request.url().toString()).isEqualTo("https://h/p?b=2&a=1");
    assertThat(request.headers().first("x-a")).contains("one");
    assertThat(request.headers().first("x-b")).contains("two");
    assertThat(request.headers().first("Accept")).contains("*/*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "curl http://h                           | GET  | http://h/",
        "curl h/p                                | GET  | http://h/p",
        "curl 'http://h/p?x#frag'                | GET  | http://h/p?x",
        "curl http://h/a/../b/./c//d/..?x=../y   | GET  | http://h/b/c//?x=../y",
        "curl --path-as-is http://h/a/../b       | GET  | http://h/a/../b",
        "curl https://h:443/p --url-not          | -    | unknown",
        "curl https://h:443/p                    | GET  | https://h/p",
        "curl http://h:8080/p                    | GET  | http://h:8080/p",
        "curl -I http://h/p                      | HEAD | http://h/p",
        "curl -d a=1 http://h/p                  | POST | http://h/p",
        "curl -XPUT -d a=1 http://h/p            | PUT  | http://h/p",
        "curl -G -d a=1 -d b=2 'http://h/p?c=3'  | GET  | http://h/p?c=3&a=1&b=2",
        "curl --get --data-urlencode 'a=b c&é' h | GET  | http://h/?a=b+c%26%C3%A9",
        "curl --url http://h/p -o out -L -k -v   | GET  | http://h/p",
        "curl 'http://h/p?ids[]=7&x=\\[a\\]'     | GET  | http://h/p?ids[]=7&x=[a]",
        "curl -g 'http://h/p?{x}[1]'             | GET  | http://h/p?{x}[1]"
      })
  void read_makesOfTheUrlWhatCurlSends(String command, String method, String url) {
    if (url.equals("unknown")) {
      assertThatExceptionOfType(InputException.class).isThrownBy(() -> read(command));
      return;
    }
    HttpRequest request = read(command);
    assertThat(request.method()).isEqualTo(method);
    assertThat(request.url().withTarget(request.target()).toString()).isEqualTo(url);
  }

  @Test
  void read_joinsDataInItsOrder() throws IOException {
    Path file = Files.write(folder.resolve("d"), "a\r\nb\0c\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        read(
            "curl http://h/ -d x=1 --data-raw @y --data-urlencode 'z=1 2' -d -k --data @"
                + file
                + " --data-binary @"
                + file
                + " --data-urlencode n@"
                + file);

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.body().text())
        .isEqualTo("x=1&@y&z=1+2&-k&abc&a\r\nb\0c\n&n=a%0D%0Ab%00c%0A");
    assertThat(request.headers().first("Content-Type"))
        .contains("application/x-www-form-urlencoded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curl -T FILE http://h/p/            | PUT  | /p/some-1.txt",
        "curl -T FILE http://h               | PUT  | /some-1.txt",
        "curl http://h/p/#f --upload-file FILE | PUT  | /p/some-1.txt",
        "curl -T FILE http://h/p             | PUT  | /p",
        "curl -T FILE 'http://h/p?a=1'       | PUT  | /p?a=1",
        "curl -T FILE -X POST http://h/p     | POST | /p",
        "curl -gT FILE http://h/p            | PUT  | /p"
      })
  void read_uploadsAFileAsItIs(String command, String method, String target) throws IOException {
    Path file =
        Files.write(folder.resolve("some-1.txt"), "a\r\nb\0".getBytes(StandardCharsets.UTF_8));
    HttpRequest request = read(command.replace("FILE", "'" + file + "'"));

    assertThat(request.method()).isEqualTo(method);
    assertThat(request.target()).isEqualTo(target);
    assertThat(request.body().text()).isEqualTo("a\r\nb\0");
    assertThat(request.headers().all()).containsExactly(new Header("Accept", "*/*"));
  }

  @Test
  void read_takesAnEqualsSignBehindAnOptionAsData() {
    assertThat(read("curl http://h/ -d=1").body().text()).isEqualTo("=1");
  }

  @Test
  void read_joinsJsonWithNothing() {
    HttpRequest request = read("curl http://h/ --json '{\"a\":1}' --json '{}' -H 'accept: x/y'");

    assertThat(request.body().text()).isEqualTo("{\"a\":1}{}");
    assertThat(request.headers().values("Content-Type")).containsExactly("application/json");
    assertThat(request.headers().values("Accept")).containsExactly("x/y");
  }

  @Test
  void read_makesHeadersOfOptions() {
    HttpRequest request =
        read(
            "curl http://h/ -u u:p:q -A agent -e http://r/ -b a=1 --cookie b=2 -H Accept: -H 'X-E;'"
                + " -H 'Content-Type: text/plain' -d x --compressed");

    assertThat(request.headers().all())
        .containsExactlyInAnyOrder(
            new Header("Authorization", "Basic dTpwOnE="),
            new Header("User-Agent", "agent"),
            new Header("Referer", "http://r/"),
            new Header("Cookie", "a=1;b=2"),
            new Header("X-E", ""),
            new Header("Content-Type", "text/plain"));
  }

  @Test
  void read_refusesLinesOfTheWindowsPrompt() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read("curl \"http://h/\" ^\r\n  -H \"A: b\""))
        .withMessageContaining("command prompt of Windows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '^',
      value = {
        "curl --data x ! no URL",
        "curl http://h/ -H Accept: application/json ! names 2 URLs",
        "curl http://h/ --digest ! curl's option --digest is not known here",
        "curl http://h/ -F a=@b ! boundary between the parts that it draws anew each time",
        "curl http://h/ --form-string a=b ! as a raw message, or in a HAR file",
        "curl http://h/ -T - ! takes what it uploads from standard input",
        "curl http://h/ -T . ! takes what it uploads from standard input",
        "curl http://h/ -T none/such ! cannot read the file none/such",
        "curl http://h/x -T a -T b ! uploads several files",
        "curl http://h/x -T a -d b ! only one of --upload-file, --head and data",
        "curl http://h/x -T a -G -d b ! only one of --upload-file, --head and data",
        "curl http://h/x -T a -I ! only one of --upload-file, --head and data",
        "curl http://h/x -T {a,b} ! takes {a,b} for a pattern of several files",
        "curl http://h/x/?y -T a ! write the URL with the name of the file",
        "curl http://h/ -T 'a b' ! write the URL with the name of the file",
        "curl http://h/ -H X-A ! has no colon",
        "curl http://h/ -H @file ! names a file",
        "curl http://h/ -b jar.txt ! names a file",
        "curl -n http://h/ ! .netrc",
        "curl -sn http://h/ ! .netrc",
        "curl --netrc http://h/ ! .netrc",
        "curl --netrc-optional http://h/ ! .netrc",
        "curl --netrc-file mine http://h/ ! .netrc",
        "curl http://h/ -u user ! asks for the password",
        "curl http://h/ -d @- ! standard input",
        "curl http://h/ -d @none/such ! cannot read the file none/such",
        "curl 'http://h/{a,b}' ! --globoff",
        "curl http://h/?a=1&b=2 ! put the argument in single quotes",
        "curl ^^\"http://h/^^\" ! command prompt of Windows",
        "curl http://h/ -X ! ",
      })
  void read_refusesWhatItCannotKnow(String command, String problem) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(command.replace("^^", "^")))
        .withMessageStartingWith("f:1:1: in this curl command; ")
        .withMessageContaining(problem == null ? "" : problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"curl\t'http://h/'", "\n  curl \\\n http://h/", "> curl.exe http://h/"})
  void read_tellsACommandByItsFirstWord(String text) {
    assertThat(read(text).url().toString()).isEqualTo("http://h/");
  }
}
