import { isMainThread } from 'node:worker_threads';
import { existsSync } from 'node:fs';
import { Command, CommanderError, Option, type HelpConfiguration } from 'commander';
import { assessCommand } from './assess-command';
import { bulletinCommand, noticesCommand } from './bulletin-command';
import { checkRulesCommand } from './check-rules-command';
import { EXIT, Failure } from './failure';
import { onlyOnce } from './options';
import { say } from './terminal';
import { serveTasks } from './threads';
import { rulesCommand } from './rules-command';
import { HostError } from '../workbook/host';

/** Commander's complaints in Chinese. */
function inChinese(error: CommanderError): string {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.missingArgument':
      return `缺少参数${name}。`;
    case 'commander.optionMissingArgument':
      return `选项${name}后面缺少内容。`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少必需的选项${name}。`;
    case 'commander.unknownOption':
      return existsSync(name) ? `“${name}”被当作了选项；文件名以-开头的，请在前面加“./”。` : `没有选项${name}。`;
    case 'commander.unknownCommand':
      return `没有命令“${name}”。`;
    case 'commander.excessArguments':
      return '参数过多。';
    default:
      return '命令写法不对。';
  }
}

const HEADINGS: { [english: string]: string } = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Commander's help with Chinese headings. */
const CHINESE_HELP: HelpConfiguration = {
  styleTitle: (title) => HEADINGS[title] ?? title,
  styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '<命令>'),
  subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`,
};

function argumentsOf({ registeredArguments }: Command): string {
  return registeredArguments
    .map((argument) => `${argument.name()}${argument.variadic ? '...' : ''}`)
    .map((name, index) => (registeredArguments[index].required ? `<${name}>` : `[${name}]`))
    .join(' ');
}

/** An option with a value. */
function valued(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.argParser(onlyOnce(`--${option.name()}`));
}

function build(finish: (code: number) => void): Command {
  const program = new Command('yl');
  const shared = (command: Command) =>
    command
      .argument('<文件...>', '工作簿或文件夹')
      .addOption(valued('--quarter <季度>', '截至这一季度末，例如2023Q3'))
      .addOption(valued('--as-of <日期>', '截至这一天，例如2023-09-30'))
      .addOption(valued('--unit <单位>', '只考评这一单位；表中没有写明单位的，按这一单位'))
      .addOption(valued('--readings <文件>', '口径文件（YAML或JSON），例如内容为“A05: 3”'))
      .addOption(valued('--mapping <文件>', '栏目对应文件（YAML或JSON），记录已确认的栏目'))
      .addOption(valued('--settlements <文件>', '采用这个得分工作簿中的核定和口径'));
  program.description('按考评细则核对工作簿、计算得分、生成通报').helpCommand(false);
  shared(program.command('assess'))
    .description('核对工作簿并计分；没有写日期的，按全年已结束计')
    .addOption(valued('--out <文件>', '写出得分工作簿（.xlsx）；已有的，沿用其中的核定和口径，其他工作表不变'))
    .addOption(valued('--marks <文件夹>', '写出标记了问题单元格的副本，原文件不变'))
    .option('--json', '以JSON输出')
    .action(async (files: string[], options) => finish(await assessCommand(files, options)));
  shared(program.command('bulletin'))
    .description('生成季度通报（Word文档）')
    .addOption(valued('--out <文件>', '写出的Word文档（.docx）').makeOptionMandatory())
    .addOption(valued('--previous <文件>', '上季度的得分工作簿或yl assess --json的结果，用于对比和复查'))
    .addOption(valued('--template <文件>', '本单位的Word模板（.docx），由通报模板.docx改成'))
    .addOption(valued('--data <文件>', '写出得分工作簿（.xlsx），并附通报中每个数字的来源和图表数据'))
    .addOption(valued('--number <文号>', '发文字号，例如宜政务通〔2023〕3号'))
    .addOption(valued('--issuer <机关>', '发文机关'))
    .addOption(valued('--date <日期>', '成文日期，例如2023-10-16'))
    .action(async (files: string[], options) => finish(await bulletinCommand(files, options)));
  shared(program.command('notices'))
    .description('生成各单位的扣分告知单（Word文档），每个单位一页')
    .addOption(valued('--out <文件>', '写出的Word文档（.docx）').makeOptionMandatory())
    .addOption(valued('--issuer <机关>', '发文机关'))
    .addOption(valued('--date <日期>', '日期，例如2023-10-16'))
    .action(async (files: string[], options) => finish(await noticesCommand(files, options)));
  program
    .command('rules')
    .description('查看考评细则，或其中一个条目')
    .argument('[条目]', '例如3.5或三、5')
    .option('--json', '以JSON输出')
    .action((item: string | undefined, options) => finish(rulesCommand(item, options)));
  program
    .command('check-rules')
    .description('检查考评细则文件夹')
    .argument('<文件夹>', '考评细则文件夹')
    .action((folder: string) => finish(checkRulesCommand(folder)));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureHelp(CHINESE_HELP)
      .helpOption('-h, --help', '显示说明')
      .configureOutput({ outputError: () => undefined });
  }
  return program;
}

async function main(): Promise<number> {
  let code: number = EXIT.done;
  const program = build((result) => (code = result));
  try {
    await program.parseAsync();
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      if (error.code === 'commander.help') return EXIT.wrongCall;
      say(`${inChinese(error)}用法见“yl --help”。`);
      return EXIT.wrongCall;
    }
    if (error instanceof HostError) {
      say(error.message);
      return EXIT.wrongCall;
    }
    if (error instanceof Failure) {
      say(error.message);
      return error.code;
    }
    say(`程序出错，没有完成：${error instanceof Error ? error.message : String(error)}`);
    return EXIT.broken;
  }
}

/** Who reads the output may stop, as `| head` does; that the disk is full under it must be said. */
function toleratePipes(): void {
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    process.exitCode = EXIT.wrongCall;
    say('结果没有输出完，可能磁盘已满。请检查后重试。');
  });
  process.stderr.on('error', () => undefined);
}

// The threads run this same file.
if (isMainThread) {
  toleratePipes();
  void main().then((code) => {
    process.exitCode ??= code;
  });
} else {
  serveTasks();
}
