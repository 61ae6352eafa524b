package io.github.milvusspring.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authority made for one run, with a certificate for a server on this machine and one
 * for a client, all as PEM files.
 *
 * @param directory where the files are
 */
public record Certificates(Path directory) {

	/**
	 * It protects nothing: the directory is deleted, and has the keys as PEM files too.
	 */
	private static final String PASSWORD = "changeit";

	/**
	 * Make all of them with the JDK's keytool.
	 * @param directory an empty directory
	 * @return the certificates
	 * @throws IOException if a file cannot be written
	 * @throws GeneralSecurityException if a key cannot be read
	 * @throws InterruptedException if the wait for keytool is
	 */
	public static Certificates in(Path directory) throws IOException, GeneralSecurityException, InterruptedException {
		Certificates certificates = new Certificates(directory.toAbsolutePath());
		certificates.make("authority", "CN=authority", "-ext", "BC:critical=ca:true");
		certificates.make("server", "CN=localhost", "-signer", "authority", "-ext", "EKU=serverAuth", "-ext",
				"SAN=dns:localhost,ip:127.0.0.1");
		certificates.make("client", "CN=client", "-signer", "authority", "-ext", "EKU=clientAuth");
		KeyStore store = KeyStore.getInstance(certificates.store().toFile(), PASSWORD.toCharArray());
		for (String name : List.of("authority", "server", "client")) {
			certificates.write(name + ".pem", "CERTIFICATE", store.getCertificate(name).getEncoded());
			certificates.write(name + ".key", "PRIVATE KEY", store.getKey(name, PASSWORD.toCharArray()).getEncoded());
		}
		return certificates;
	}

	/**
	 * The authority's certificate.
	 * @return a PEM file
	 */
	public Path authority() {
		return this.directory.resolve("authority.pem");
	}

	/**
	 * The server's certificate.
	 * @return a PEM file
	 */
	public Path server() {
		return this.directory.resolve("server.pem");
	}

	/**
	 * The server's key.
	 * @return a PEM file
	 */
	public Path serverKey() {
		return this.directory.resolve("server.key");
	}

	/**
	 * The client's certificate.
	 * @return a PEM file
	 */
	public Path client() {
		return this.directory.resolve("client.pem");
	}

	/**
	 * The client's key.
	 * @return a PEM file
	 */
	public Path clientKey() {
		return this.directory.resolve("client.key");
	}

	private Path store() {
		return this.directory.resolve("keys.p12");
	}

	private void make(String name, String subject, String... more) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
						"-J-XX:TieredStopAtLevel=1", "-keyalg", "EC", "-alias", name, "-dname", subject, "-keystore",
						store().toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
		command.addAll(List.of(more));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException("keytool made no key: " + said);
		}
	}

	private void write(String name, String type, byte[] content) throws IOException {
		String text = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content);
		Files.writeString(this.directory.resolve(name),
				"-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
	}

}
