extension RequestCore {
    /// Reads a form that is about to be refused, so that the error page can keep what was typed. Whether that works
    /// out changes nothing about the refusal.
    func rememberForm() async {
        guard case .usual = route?.options.body else { return }
        do { _ = try await readForm() } catch {}
    }
}
