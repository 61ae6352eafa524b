package io.github.milvusspring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;

import io.github.milvusspring.server.Certificates;
import io.github.milvusspring.server.FullServer;
import io.github.milvusspring.server.FullServerOptions;
import io.github.milvusspring.server.FullServers;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.util.FileSystemUtils;

/**
 * A complete server that speaks TLS, with certificates that were made for it.
 */
final class FullTlsServer implements BeforeAllCallback, AfterAllCallback {

	private final boolean mutual;

	private Certificates certificates;

	private FullServer server;

	/**
	 * Creates one.
	 * @param mutual whether the clients have to show a certificate too
	 */
	FullTlsServer(boolean mutual) {
		this.mutual = mutual;
	}

	@Override
	public void beforeAll(ExtensionContext context) throws Exception {
		this.certificates = Certificates.in(Files.createTempDirectory("milvus-certificates-"));
		this.server = FullServers.running(context, this.mutual ? FullServerOptions.mutualTls(this.certificates)
				: FullServerOptions.tls(this.certificates));
	}

	@Override
	public void afterAll(ExtensionContext context) throws IOException {
		FileSystemUtils.deleteRecursively(this.certificates.directory());
	}

	String uri() {
		return this.server.uri();
	}

	Certificates certificates() {
		return this.certificates;
	}

}
