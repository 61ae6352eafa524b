package io.github.milvusspring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Speaks TLS to the clients of a server that cannot, and asks them for a certificate when
 * told to.
 */
final class TlsFront implements AutoCloseable {

	static final String PASSWORD = "changeit";

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final SSLServerSocket socket;

	private final int serverPort;

	private TlsFront(SSLServerSocket socket, int serverPort) {
		this.socket = socket;
		this.serverPort = serverPort;
	}

	/**
	 * Starts one before a server.
	 * @param serverPort the port of the server
	 * @param keys the certificate to show, and the only one to trust
	 * @param clientCertificate whether the clients must show it too
	 */
	static TlsFront before(int serverPort, Path keys, boolean clientCertificate)
			throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
		KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keyManagers.init(store, PASSWORD.toCharArray());
		TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trustManagers.init(store);
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
		SSLServerSocket socket = (SSLServerSocket) tls.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setApplicationProtocols(new String[] { "h2" });
		parameters.setNeedClientAuth(clientCertificate);
		socket.setSSLParameters(parameters);
		TlsFront front = new TlsFront(socket, serverPort);
		front.threads.execute(front::accept);
		return front;
	}

	/**
	 * Makes a key with a certificate for {@code localhost}.
	 */
	static Path newKeys(Path file) throws IOException, InterruptedException {
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		Process process = new ProcessBuilder(keytool, "-genkeypair", "-keyalg", "EC", "-alias", "milvus", "-dname",
				"CN=localhost", "-ext", "SAN=dns:localhost", "-storetype", "PKCS12", "-storepass", PASSWORD,
				"-keystore", file.toString())
			.inheritIO()
			.start();
		if (process.waitFor() != 0 || !Files.exists(file)) {
			throw new IllegalStateException("keytool made no key");
		}
		return file;
	}

	int port() {
		return this.socket.getLocalPort();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				SSLSocket client = (SSLSocket) this.socket.accept();
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.serverPort);
				this.threads.execute(() -> copy(client, server));
				this.threads.execute(() -> copy(server, client));
			}
			catch (IOException ex) {
				// Closed.
			}
		}
	}

	private static void copy(Socket from, Socket to) {
		try (from; to) {
			InputStream input = from.getInputStream();
			input.transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// The other side is gone, or refused.
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.shutdownNow();
	}

}
