package io.github.milvusspring.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * The connection details that the {@link MilvusProperties} specify.
 */
final class PropertiesMilvusConnectionDetails implements MilvusConnectionDetails {

	private static final String DEFAULT_URI = "http://localhost:19530";

	private final MilvusProperties properties;

	private final @Nullable SslBundles sslBundles;

	PropertiesMilvusConnectionDetails(MilvusProperties properties, @Nullable SslBundles sslBundles) {
		this.properties = properties;
		this.sslBundles = sslBundles;
	}

	@Override
	public String getUri() {
		MilvusAddress address = MilvusAddress.of(this.properties.uri());
		if (address.localPath() != null) {
			throw new InvalidConfigurationPropertyValueException("milvus.uri", this.properties.uri(),
					"A local path needs Milvus Lite, but milvus.lite.enabled is false or milvus-lite-embedded is"
							+ " not on the classpath.");
		}
		return (address.remote() != null) ? address.remote() : DEFAULT_URI;
	}

	@Override
	public @Nullable String getCredentials() {
		if (StringUtils.hasText(this.properties.token())) {
			return this.properties.token();
		}
		if (StringUtils.hasText(this.properties.username())) {
			String password = this.properties.password();
			return this.properties.username() + ":" + ((password != null) ? password : "");
		}
		return null;
	}

	@Override
	public @Nullable String getDatabase() {
		return StringUtils.hasText(this.properties.database()) ? this.properties.database() : null;
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		MilvusProperties.Ssl ssl = this.properties.ssl();
		String bundle = StringUtils.hasText(ssl.bundle()) ? ssl.bundle() : null;
		if (Boolean.FALSE.equals(ssl.enabled())) {
			requireNoEncryption(bundle);
			return null;
		}
		if (ssl.enabled() == null && bundle == null) {
			return null;
		}
		if (bundle == null) {
			return SslBundle.systemDefault();
		}
		Assert.state(this.sslBundles != null, "milvus.ssl.bundle is set, but there are no SSL bundles");
		return this.sslBundles.getBundle(bundle);
	}

	private void requireNoEncryption(@Nullable String bundle) {
		String remote = MilvusAddress.of(this.properties.uri()).remote();
		boolean https = remote != null && remote.regionMatches(true, 0, "https:", 0, "https:".length());
		if (https || bundle != null) {
			throw new InvalidConfigurationPropertyValueException("milvus.ssl.enabled", false, "It contradicts "
					+ (https ? "milvus.uri, which begins with https://" : "milvus.ssl.bundle, which names certificates")
					+ ". Remove milvus.ssl.enabled to encrypt the connection, or "
					+ (https ? "write http:// in milvus.uri" : "remove milvus.ssl.bundle")
					+ " to leave it unencrypted.");
		}
	}

}
