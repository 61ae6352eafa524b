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
 * The certificates of one test run, as PEM files: a certificate authority, a server
 * certificate for this machine and a client certificate.
 *
 * @param directory the directory of the files
 */
public record Certificates(Path directory) {

	/**
	 * The password protects nothing: the directory also contains the keys as plain PEM
	 * files, and it is deleted.
	 */
	private static final String PASSWORD = "changeit";

	/**
	 * Creates all certificates with the JDK's {@code keytool}.
	 * @param directory an empty directory
	 * @return the certificates
	 * @throws IOException if a file cannot be written
	 * @throws GeneralSecurityException if a key cannot be read
	 * @throws InterruptedException if the wait for {@code keytool} is interrupted
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
	 * Returns the certificate of the authority.
	 * @return a PEM file
	 */
	public Path authority() {
		return this.directory.resolve("authority.pem");
	}

	/**
	 * Returns the certificate of the server.
	 * @return a PEM file
	 */
	public Path server() {
		return this.directory.resolve("server.pem");
	}

	/**
	 * Returns the private key of the server.
	 * @return a PEM file
	 */
	public Path serverKey() {
		return this.directory.resolve("server.key");
	}

	/**
	 * Returns the certificate of the client.
	 * @return a PEM file
	 */
	public Path client() {
		return this.directory.resolve("client.pem");
	}

	/**
	 * Returns the private key of the client.
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
