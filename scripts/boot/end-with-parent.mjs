// Loaded into the server: when the script that started it dies without a word, it stops as well.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
