package school.tandem;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser without scripts does: keeps its cookies, opens pages and sends their forms. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");

    private static final Pattern DRAWN = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern DRAWN_SECRET =
            Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    private final String url;
    private final Map<String, String> headers;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    private Browser(String url, HttpClient.Redirect redirect, Map<String, String> headers) {
        this.url = url;
        this.headers = headers;
        this.client =
                HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirect).build();
    }

    public static Browser on(Server server) {
        return at(server.url());
    }

    /** One that opens pages below an address. */
    public static Browser at(String url) {
        return new Browser(url, HttpClient.Redirect.ALWAYS, Map.of());
    }

    /** One that stays where it is and sends these headers with everything. */
    public static Browser staying(Server server, Map<String, String> headers) {
        return new Browser(server.url(), HttpClient.Redirect.NEVER, headers);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    /** Opens the page, then sends its form. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = encoded(fields);
        var csrf = CSRF.matcher(get(path).body());
        if (csrf.find()) {
            form += "&" + encoded(Map.of(csrf.group(1), csrf.group(2)));
        }
        return postForm(path, form);
    }

    /** Sends a form as a page of somewhere else would: without the secret of ours. */
    public HttpResponse<String> postWithoutSecret(String path, Map<String, String> fields) {
        return postForm(path, encoded(fields));
    }

    public HttpResponse<String> signIn(String email, String password) {
        return post("/sign-in", Map.of("username", email, "password", password));
    }

    /** Says that a page which the server draws is left, as a browser's script does then. */
    public void leave(String page) {
        String left =
                "{\"csrfToken\":\"%s\",\"rpc\":[],\"syncId\":0,\"clientId\":0,\"UNLOAD\":true}";
        post(
                "/?v-r=uidl&v-uiId=" + found(DRAWN, page),
                "application/json",
                left.formatted(found(DRAWN_SECRET, page)));
    }

    private static String found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow();
    }

    /** The value of a cookie; empty where there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> postForm(String path, String form) {
        return post(path, "application/x-www-form-urlencoded", form);
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return send(
                request(path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
