package io.github.milvusspring.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.milvusspring.sample.index.IndexProgress;
import io.github.milvusspring.sample.index.IndexStatus.State;
import io.github.milvusspring.test.autoconfigure.AutoConfigureDataMilvus;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "logging.level.org.openqa.selenium=error")
@AutoConfigureDataMilvus
class SampleApplicationIT {

	/** Libraries besides those of the class path, with properties that sound alike. */
	private static final List<String> LIBRARIES = List.of("actuator-autoconfigure", "data-redis", "devtools", "jetty",
			"mail", "opentelemetry", "r2dbc", "rsocket", "session", "thymeleaf", "webflux");

	private static final ParameterizedTypeReference<List<Map<String, Object>>> HITS = new ParameterizedTypeReference<>() {
	};

	@TempDir
	private static Path jars;

	@LocalServerPort
	private int port;

	@Autowired
	private IndexProgress progress;

	@DynamicPropertySource
	static void folderOfJars(DynamicPropertyRegistry registry) throws IOException {
		Path all = Path.of(System.getProperty("property-jars", "target/property-jars"));
		try (Stream<Path> files = Files.walk(all)) {
			for (Path jar : files.filter(SampleApplicationIT::isWanted).toList()) {
				Files.copy(jar, jars.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		registry.add("sample.jars", () -> jars);
	}

	private static boolean isWanted(Path jar) {
		return LIBRARIES.stream()
			.anyMatch((library) -> jar.getFileName().toString().matches("spring-boot-" + library + "-\\d.*"));
	}

	@BeforeEach
	void indexIsReady() {
		await().atMost(Duration.ofMinutes(2))
			.untilAsserted(() -> assertThat(this.progress.status().state()).isEqualTo(State.READY));
	}

	@ParameterizedTest
	@CsvSource({ "limit the size of uploaded files, spring\\.servlet\\.multipart\\.max-(file|request)-size",
			"how do I limit upload size, spring\\.servlet\\.multipart\\.max-(file|request)-size",
			"which port does the web server listen on, server\\.port",
			"where do log files go, logging\\.file\\.(path|name)",
			"compress http responses, server\\.compression\\.enabled" })
	void questionFindsItsPropertyAmongTheFirstTwo(String question, String name) {
		for (String query : List.of("q={q}", "q={q}&mode=both", "q={q}&mode=meaning")) {
			List<Map<String, Object>> hits = search(query, question);
			assertThat(hits).hasSize(5);
			assertThat(hits.subList(0, 2)).as(query)
				.extracting((hit) -> hit.get("name"))
				.anySatisfy((found) -> assertThat(found).asString().matches(name));
		}
	}

	@Test
	void wordsFindThePropertiesThatHaveThem() {
		assertThat(search("q={q}&mode=words&limit=20", "Where is thymeleaf?")).hasSizeGreaterThan(10)
			.allSatisfy((hit) -> assertThat(hit.toString()).containsIgnoringCase("thymeleaf"));
		assertThat(search("q={q}&mode=words", "maxFileSize")).extracting((hit) -> hit.get("name"))
			.contains("spring.servlet.multipart.max-file-size");
	}

	@ParameterizedTest
	@ValueSource(strings = { "???", "what is it", "xylophone" })
	void questionWithoutAKnownWordHasOnlyAMeaning(String question) {
		assertThat(search("q={q}&mode=words", question)).isEmpty();
		assertThat(search("q={q}&mode=meaning", question)).hasSize(5);
		assertThat(search("q={q}&mode=both", question)).hasSize(5);
	}

	@Test
	void longestPageIsFilledByBoth() {
		assertThat(search("q=port&limit=100")).hasSize(100)
			.extracting((hit) -> hit.get("name"))
			.doesNotHaveDuplicates();
	}

	@Test
	void hitsHaveAllOfTheirPropertyAndTheClosestIsFirst() {
		List<Map<String, Object>> hits = search("q={q}&limit=20", "server http port");
		assertThat(hits).hasSize(20);
		assertThat(hits.get(0)).containsEntry("name", "server.port")
			.containsEntry("artifact", "spring-boot-web-server")
			.containsEntry("type", "java.lang.Integer")
			.containsEntry("defaultValue", "8080")
			.containsEntry("deprecated", false)
			.containsEntry("replacement", null)
			.doesNotContainKeys("embedding", "fingerprint")
			.extractingByKey("description", InstanceOfAssertFactories.STRING)
			.isNotEmpty();
		assertThat(hits).extracting((hit) -> -((Number) hit.get("score")).doubleValue())
			.isSorted()
			.allSatisfy((score) -> assertThat(score).isBetween(-1.0, 1.0));
		assertThat(hits).extracting((hit) -> hit.get("name")).doesNotHaveDuplicates();
	}

	@Test
	void libraryCanBeChosen() {
		assertThat(search("q={q}&artifact=spring-boot-jetty&limit=10", "size of a file")).hasSize(10)
			.extracting((hit) -> hit.get("artifact"))
			.containsOnly("spring-boot-jetty");
	}

	@Test
	void filterIsNoExpression() {
		assertThat(search("q={q}&artifact={a}", "port", "\" or artifact != \"")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void deprecatedCanBeChosen(boolean deprecated) {
		assertThat(search("q={q}&deprecated={d}&limit=10", "where do log files go", deprecated)).hasSize(10)
			.extracting((hit) -> hit.get("deprecated"))
			.containsOnly(deprecated);
	}

	@Test
	void librariesAreThoseOfTheClassPathAndTheFolder() {
		Map<String, Integer> artifacts = http().get()
			.uri("/api/artifacts")
			.retrieve()
			.body(new ParameterizedTypeReference<>() {
			});
		assertThat(artifacts).containsKeys("spring-boot", "spring-boot-web-server", "spring-boot-jetty",
				"milvus-spring-autoconfigure");
		assertThat(artifacts.values().stream().mapToInt(Integer::intValue).sum())
			.isEqualTo(this.progress.status().searchable())
			.isGreaterThan(500);
	}

	@Test
	void pageNeedsNothingFromOtherHosts() {
		for (String file : List.of("/", "/app.js", "/hit.js", "/indexing.js", "/lists.js", "/theme.js", "/style.css")) {
			assertThat(http().get().uri(file).retrieve().body(String.class)).as(file)
				.isNotEmpty()
				.doesNotContain("https://", "//cdn")
				.doesNotContainPattern("(src|href)=\"(http:)?//");
		}
	}

	private List<Map<String, Object>> search(String query, Object... values) {
		List<Map<String, Object>> hits = http().get().uri("/api/search?" + query, values).retrieve().body(HITS);
		assertThat(hits).isNotNull();
		return hits;
	}

	private RestClient http() {
		return RestClient.create("http://localhost:" + this.port);
	}

	@Nested
	@EnabledIf(value = "io.github.milvusspring.sample.Browser#isInstalled",
			disabledReason = "There is no chromium with a chromedriver on this machine")
	class Page {

		@Test
		void exampleIsAnsweredWithHits() {
			try (Browser browser = open("/")) {
				browser.see("#index-size", "properties. Say what you want to do");
				browser.click(By.xpath("//section[@id='examples']//button[.='how do I limit upload size']"));
				browser.see("#results h3", "spring.servlet.multipart.max-file-size");
				assertThat(browser.texts("#results article")).hasSize(5)
					.anySatisfy((hit) -> assertThat(hit).contains("Score", "Default", "1MB", "DataSize",
							"spring-boot-servlet"));
				assertThat(browser.address()).contains("q=how+do+I+limit+upload+size");
				browser.see("#summary", "The 5 best properties");
				assertThat(browser.problems()).isEmpty();
			}
		}

		@Test
		void keyboardIsEnough() {
			try (Browser browser = open("/")) {
				browser.see("#index-size", "properties. Say what you want to do");
				browser.type("which port does the web server listen on");
				browser.see("#results h3", "server.port");
				browser.press("ArrowDown");
				assertThat(browser.focused().getDomAttribute("aria-label")).isEqualTo("server.port");
				browser.press("/");
				assertThat(browser.focused().getDomAttribute("id")).isEqualTo("q");
				browser.press("Escape");
				browser.see("#examples", "Try one of these");
				assertThat(browser.texts("#results article")).isEmpty();
			}
		}

		@Test
		void meaningWordsAndBothAreShownSideBySide() {
			try (Browser browser = open("/?q=where+do+log+files+go")) {
				browser.see("#summary", "The 5 best properties, in");
				assertThat(browser.texts("#results section")).hasSize(1);
				browser.script("document.querySelector('input[name=mode]:checked').focus()");
				browser.press("ArrowRight");
				browser.see("#summary", "The 5 best properties of each search, in");
				assertThat(browser.texts("#results section h2")).containsExactly("Meaning", "Words", "Both");
				assertThat(browser.texts("#results section[data-mode=words] article")).hasSize(5)
					.allSatisfy((hit) -> assertThat(hit).contains("Score"));
				assertThat(browser.address()).contains("mode=side-by-side");
				assertThat(browser.problems()).isEmpty();
			}
		}

		@Test
		void arrowsGoFromListToList() {
			try (Browser browser = open("/?q=where+do+log+files+go&mode=side-by-side")) {
				browser.see("#summary", "of each search");
				browser.press("ArrowDown");
				assertThat(focusedList(browser)).isEqualTo("meaning");
				browser.press("ArrowRight");
				assertThat(focusedList(browser)).isEqualTo("words");
				browser.press("ArrowRight");
				assertThat(focusedList(browser)).isEqualTo("both");
				browser.press("ArrowLeft");
				assertThat(focusedList(browser)).isEqualTo("words");
			}
		}

		@Test
		void modeIsChosenWithAClickAndKept() {
			try (Browser browser = open("/?q=thymeleaf")) {
				browser.see("#summary", "best properties");
				browser.click(By.xpath("//label[.='Words']"));
				browser.waitUntil(() -> browser.address().contains("mode=words"));
				browser.go(browser.address());
				browser.see("#summary", "best properties");
				assertThat(browser.script("return document.querySelector('#results section').dataset.mode"))
					.isEqualTo("words");
			}
		}

		@Test
		void wordsThatNoPropertyHasAreTold() {
			try (Browser browser = open("/?q=xylophone&mode=words")) {
				browser.see("#message.empty", "No property with any of these words");
				browser.click(By.xpath("//label[.='Side by side']"));
				browser.see("#results .nothing", "No property has any of these words.");
			}
		}

		@Test
		void addressHoldsQuestionAndFilters() {
			try (Browser browser = open("/?q=port&artifact=spring-boot-jetty&deprecated=true&limit=10")) {
				browser.see("#results .badge", "deprecated");
				browser.see("#results .library", "spring-boot-jetty");
				browser.choose("deprecated", "false");
				browser.waitUntil(() -> browser.texts("#results .badge").stream().allMatch(String::isEmpty));
				assertThat(browser.address()).contains("artifact=spring-boot-jetty", "deprecated=false", "limit=10");
			}
		}

		@Test
		void emptyAnswerAndErrorAreTold() {
			try (Browser browser = open("/?q=port&artifact=nothing")) {
				browser.see("#message.empty", "No property passes these filters");
				browser.script("window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))");
				browser.type(" of the server");
				browser.see("#message.error", "The application does not answer");
			}
		}

		@Test
		void textOfAPropertyIsNoMarkup() {
			try (Browser browser = open("/")) {
				browser.see("#index-size", "properties");
				browser.script("""
						window.fetch = () => Promise.resolve(Response.json([{ name: "<b>a</b>", description: "<img>",
						artifact: "<i>", version: "", type: null, defaultValue: "<u>", deprecated: true,
						deprecationReason: "<s>", replacement: "<em>", score: 0.5 }]))""");
				browser.type("anything");
				browser.see("#results h3", "<b>a</b>");
				browser.see("#results .description", "<img>");
				assertThat(browser.texts("#results b, #results img, #results em, #results s, #results u")).isEmpty();
			}
		}

		@Test
		void progressIsShownWhileTheIndexIsFilled() {
			try (Browser browser = open("/index.html")) {
				browser.see("#index-size", "properties");
				browser
					.script("""
							window.fetch = () => Promise.resolve(Response.json({ state: "WRITING", toWrite: 2000, written: 500,
							unchanged: 100, removed: 0, perSecond: 250, secondsLeft: 6, seconds: 2, problem: null }));
							import("./indexing.js").then((module) => module.watchIndex(() => {}))""");
				browser.see("#indexing", "500 of 2,000 properties, 250 per second, 6 s left");
				assertThat(browser.script("return document.getElementById('indexing-bar').value")).isEqualTo(0.25);
			}
		}

		@Test
		void themeCanBeSwitchedAndIsKept() {
			try (Browser browser = open("/")) {
				Object before = browser.background();
				browser.click(By.id("theme"));
				Object after = browser.background();
				assertThat(after).isNotEqualTo(before);
				browser.go("http://localhost:" + SampleApplicationIT.this.port + "/?q=port");
				assertThat(browser.background()).isEqualTo(after);
			}
		}

		private static Object focusedList(Browser browser) {
			return browser.script("return document.activeElement.closest('#results section').dataset.mode");
		}

		private Browser open(String path) {
			return new Browser("http://localhost:" + SampleApplicationIT.this.port + path);
		}

	}

}
