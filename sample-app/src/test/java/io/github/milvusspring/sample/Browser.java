package io.github.milvusspring.sample;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.util.FileSystemUtils;

/**
 * A page in the chromium of this machine, without a window.
 */
final class Browser implements AutoCloseable {

	private final Path profile;

	private final ChromeDriver driver;

	Browser(String address) {
		try {
			this.profile = Files.createTempDirectory("chromium");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--window-size=1100,1000", "--user-data-dir=" + this.profile);
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver())
			.usingAnyFreePort()
			.build();
		this.driver = new ChromeDriver(service, options);
		go(address);
	}

	static boolean isInstalled() {
		boolean installed = chromium() != null && chromedriver() != null;
		if (!installed) {
			System.out.println("The tests of the page are skipped: there is no chromium with a chromedriver.");
		}
		return installed;
	}

	void go(String address) {
		this.driver.get(address);
	}

	String address() {
		return Objects.requireNonNull(this.driver.getCurrentUrl());
	}

	void see(String selector, String text) {
		waitUntil(() -> texts(selector).stream().anyMatch((found) -> found.contains(text)));
	}

	List<String> texts(String selector) {
		return this.driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
	}

	void waitUntil(BooleanSupplier condition) {
		new WebDriverWait(this.driver, Duration.ofSeconds(20)).ignoring(StaleElementReferenceException.class)
			.until((driver) -> condition.getAsBoolean());
	}

	void click(By element) {
		this.driver.findElement(element).click();
	}

	void type(String text) {
		this.driver.findElement(By.id("q")).sendKeys(text);
	}

	void press(String key) {
		CharSequence keys = switch (key) {
			case "ArrowDown" -> Keys.ARROW_DOWN;
			case "ArrowLeft" -> Keys.ARROW_LEFT;
			case "ArrowRight" -> Keys.ARROW_RIGHT;
			case "Escape" -> Keys.ESCAPE;
			default -> key;
		};
		new Actions(this.driver).sendKeys(keys).perform();
	}

	void choose(String name, String value) {
		new Select(this.driver.findElement(By.name(name))).selectByValue(value);
	}

	WebElement focused() {
		return this.driver.switchTo().activeElement();
	}

	Object script(String script) {
		return this.driver.executeScript(script);
	}

	String background() {
		return this.driver.findElement(By.tagName("body")).getCssValue("background-color");
	}

	List<String> problems() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::toString)
			.toList();
	}

	@Override
	public void close() {
		this.driver.quit();
		FileSystemUtils.deleteRecursively(this.profile.toFile());
	}

	private static File chromium() {
		return program("chromium", "chromium-browser", "google-chrome");
	}

	private static File chromedriver() {
		return program("chromedriver");
	}

	private static File program(String... names) {
		for (String name : names) {
			for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
				File file = new File(folder, name);
				if (file.canExecute()) {
					return file;
				}
			}
		}
		return null;
	}

}
